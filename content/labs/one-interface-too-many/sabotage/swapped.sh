# fails: three-at-once
# instead of the solution
# Makes room by pulling the second interface out.
APP_1=$(aws ec2 describe-instances --filters Name=tag:Name,Values=app-1 --query 'Reservations[0].Instances[0].InstanceId' --output text)
DATA=$(aws ec2 describe-network-interfaces --filters Name=tag:Name,Values=eni-data --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)
ADMIN=$(aws ec2 describe-network-interfaces --filters Name=tag:Name,Values=eni-admin --query 'NetworkInterfaces[0].NetworkInterfaceId' --output text)
ATTACHMENT=$(aws ec2 attach-network-interface --network-interface-id $DATA --instance-id $APP_1 --device-index 1 --query AttachmentId --output text)
! aws ec2 attach-network-interface --network-interface-id $ADMIN --instance-id $APP_1 --device-index 2
! aws ec2 modify-instance-attribute --instance-id $APP_1 --instance-type Value=t2.small
aws ec2 stop-instances --instance-ids $APP_1
aws ec2 wait instance-stopped --instance-ids $APP_1
! aws ec2 attach-network-interface --network-interface-id $ADMIN --instance-id $APP_1 --device-index 2
aws ec2 detach-network-interface --attachment-id $ATTACHMENT
aws ec2 wait network-interface-available --network-interface-ids $DATA
aws ec2 attach-network-interface --network-interface-id $ADMIN --instance-id $APP_1 --device-index 2
aws ec2 start-instances --instance-ids $APP_1 && aws ec2 wait instance-running --instance-ids $APP_1
