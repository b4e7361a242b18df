# fails: type-stays
# instead of the solution
# Is refused for a name that no type has, not for the running instance.
APP_1=$(aws ec2 describe-instances --filters Name=tag:Name,Values=app-1 --query 'Reservations[0].Instances[0].InstanceId' --output text)
DATA=$(aws ec2 describe-network-interfaces --filters Name=tag:Name,Values=eni-data --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)
ADMIN=$(aws ec2 describe-network-interfaces --filters Name=tag:Name,Values=eni-admin --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)
aws ec2 attach-network-interface --network-interface-id $DATA --instance-id $APP_1 --device-index 1
! aws ec2 attach-network-interface --network-interface-id $ADMIN --instance-id $APP_1 --device-index 2
! aws ec2 modify-instance-attribute --instance-id $APP_1 --instance-type Value=t2.tiny
aws ec2 stop-instances --instance-ids $APP_1
aws ec2 wait instance-stopped --instance-ids $APP_1
! aws ec2 attach-network-interface --network-interface-id $ADMIN --instance-id $APP_1 --device-index 2
aws ec2 modify-instance-attribute --instance-id $APP_1 --instance-type Value=t2.small
aws ec2 attach-network-interface --network-interface-id $ADMIN --instance-id $APP_1 --device-index 2
aws ec2 start-instances --instance-ids $APP_1 && aws ec2 wait instance-running --instance-ids $APP_1
