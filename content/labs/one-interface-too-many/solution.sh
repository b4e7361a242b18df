APP_1=$(aws ec2 describe-instances --filters Name=tag:Name,Values=app-1 --query 'Reservations[0].Instances[0].InstanceId' --output text)
DATA=$(aws ec2 describe-network-interfaces --filters Name=tag:Name,Values=eni-data --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)
ADMIN=$(aws ec2 describe-network-interfaces --filters Name=tag:Name,Values=eni-admin --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)

# How many interfaces a type takes, and how many addresses each of them.
aws ec2 describe-instance-types --instance-types t2.micro t2.small \
  --query 'InstanceTypes[].[InstanceType,NetworkInfo.MaximumNetworkInterfaces,NetworkInfo.Ipv4AddressesPerInterface]' --output text

# Two fit: the primary one and this. The third does not, and a running instance gets no other type.
aws ec2 attach-network-interface --network-interface-id $DATA --instance-id $APP_1 --device-index 1
! aws ec2 attach-network-interface --network-interface-id $ADMIN --instance-id $APP_1 --device-index 2
! aws ec2 modify-instance-attribute --instance-id $APP_1 --instance-type Value=t2.small

# Stopping alone makes no room either; the other type does.
aws ec2 stop-instances --instance-ids $APP_1
aws ec2 wait instance-stopped --instance-ids $APP_1
! aws ec2 attach-network-interface --network-interface-id $ADMIN --instance-id $APP_1 --device-index 2
aws ec2 modify-instance-attribute --instance-id $APP_1 --instance-type Value=t2.small
aws ec2 attach-network-interface --network-interface-id $ADMIN --instance-id $APP_1 --device-index 2
aws ec2 start-instances --instance-ids $APP_1 && aws ec2 wait instance-running --instance-ids $APP_1
